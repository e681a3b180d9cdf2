/**
 * The model that knows what will be needed: online, in one pass, in bounded memory, without clock or randomness of its
 * own. {@link org.understudy.predictor.model.Model} is what to read first; {@code MODEL.md} beside the sources says what
 * evidence it uses and how.
 */
package org.understudy.predictor.model;
