package org.dialogue.answers.assignment.web;

import org.dialogue.events.vocabulary.AnswerId;

/**
 * What a clearance is answered.
 *
 * @param answerId the id under which the cleared answer can be published
 */
record ClearedAnswer(AnswerId answerId) {}
