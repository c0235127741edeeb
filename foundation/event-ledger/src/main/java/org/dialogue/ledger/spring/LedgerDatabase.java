package org.dialogue.ledger.spring;

import com.mongodb.client.MongoDatabase;

/**
 * The database that holds the ledger and its checkpoints. Declare a bean of it to choose another than the
 * settings do, or one that is reached by a client of its own.
 *
 * @param database the database
 */
public record LedgerDatabase(MongoDatabase database) {}
