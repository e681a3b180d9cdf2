/**
 * The predictor as a bundle: {@link org.understudy.predictor.provider.PredictorComponent} runs the engine and registers its
 * services, {@link org.understudy.predictor.provider.Models} finds the models, {@link
 * org.understudy.predictor.provider.UsageEvents} takes in what Event Admin delivers.
 */
package org.understudy.predictor.provider;
