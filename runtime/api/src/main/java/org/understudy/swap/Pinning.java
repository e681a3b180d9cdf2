package org.understudy.swap;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps a whole request in the configuration that it began with: each of its calls, those from inside other calls too,
 * goes to the version that was on stage when it was pinned, whatever is swapped meanwhile, groups included.
 *
 * <pre>{@code
 * try (Pin pin = pinning.pin()) {
 *     answer(request);
 * }
 * }</pre>
 *
 * <p>A version is not stopped before the requests that are pinned to it have ended, or its drain deadline has passed.
 * What is still pinned to it then is cut, and counted with the calls that are: further calls of that resource fail with
 * the reason until the pin is closed. So pins are for requests, not for threads: seconds, not minutes.
 *
 * <p>Safe for use by many threads. Nobody who is not pinned pays for it.
 */
@ProviderType
public interface Pinning {
    /**
     * Pins the calling thread until the pin is closed. Inside another pin of the thread it joins that one.
     *
     * <p>A resource that is held just now, or is not there, is met as it is when the request first needs it, and from
     * then on as it was then.
     */
    Pin pin();
}
