package org.understudy.swap.engine;

import org.understudy.resource.StateTransfer;

/**
 * What a started version gives its state away and takes one over by.
 *
 * @param transfer the service that it registers for that
 * @param formats the formats that it knows
 * @param source what the host knows the service by
 */
public record StateKeeper(StateTransfer transfer, StateFormats formats, Object source) {}
