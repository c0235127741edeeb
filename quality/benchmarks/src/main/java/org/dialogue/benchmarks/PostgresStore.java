package org.dialogue.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's JDBC engine with its default settings, wired as Spring Boot would: a pool, and a transaction for each command. */
final class PostgresStore implements Contender.Store {

    /** Enough to keep two cores and a disk busy; more connections make PostgreSQL slower. */
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final String schema;
    private final TransactionTemplate transactions;
    private final JdbcEventStorageEngine engine;

    PostgresStore(String uri, String name) {
        this.schema = name.replace('-', '_');
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(uri);
        config.setSchema(schema);
        config.setConnectionInitSql("CREATE SCHEMA IF NOT EXISTS " + schema);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        this.pool = new HikariDataSource(config);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(pool);
        this.transactions = new TransactionTemplate(manager);
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .transactionManager(new SpringTransactionManager(manager))
                .eventSerializer(Workload.SERIALIZER)
                .snapshotSerializer(Workload.SERIALIZER)
                .dataType(byte[].class)
                .schema(new EventSchema())
                .build();
        if (!isThere()) {
            transactions.executeWithoutResult(status -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        }
    }

    private boolean isThere() {
        return Boolean.TRUE.equals(new JdbcTemplate(pool)
                .queryForObject("SELECT to_regclass('DomainEventEntry') IS NOT NULL", Boolean.class));
    }

    @Override
    public void append(Workload.Event event) {
        transactions.executeWithoutResult(status -> engine.appendEvents(List.of(event.message())));
    }

    @Override
    public EventStore newEventStore() {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Override
    public void drop() {
        new JdbcTemplate(pool).execute("DROP SCHEMA " + schema + " CASCADE");
    }

    @Override
    public void close() {
        pool.close();
    }
}
