/**
 * What the predictor does with what it is told, and nothing of OSGi: users become pseudonyms
 * ({@link org.understudy.predictor.engine.Roster}), their needs are learned by a model and by the simplest rules beside it
 * ({@link org.understudy.predictor.engine.Contest}), and from what is stated for each active user follows what anyone will
 * need ({@link org.understudy.predictor.engine.Crowd}). Read {@link org.understudy.predictor.engine.Foresight} first.
 */
package org.understudy.predictor.engine;
