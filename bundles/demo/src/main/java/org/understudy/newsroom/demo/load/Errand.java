package org.understudy.newsroom.demo.load;

/** One call, or a few that belong together, and the judgement of what came back. Made by many threads at once. */
@FunctionalInterface
interface Errand {
    /**
     * Does it.
     *
     * @throws Exception if it fails; that is a failed call
     */
    Judgement run() throws Exception;
}
