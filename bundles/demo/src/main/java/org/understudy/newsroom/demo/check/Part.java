package org.understudy.newsroom.demo.check;

import java.util.List;
import java.util.Optional;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/** A resource of Newsroom, what the demo asks it, and what an answer has to look like. */
public enum Part {
    STORE("store", ArticleStore.class) {
        @Override
        public Answer<?> ask(Object service, int question) {
            return ((ArticleStore) service).latest(question + 1);
        }

        @Override
        boolean plausible(int question, Object value) {
            return value instanceof List<?> articles && !articles.isEmpty() && articles.size() <= question + 1;
        }

        @Override
        boolean repeats() {
            return true;
        }
    },
    RENDERER("renderer", Renderer.class) {
        @Override
        public Answer<?> ask(Object service, int question) {
            return ((Renderer) service).render("# Edition " + question + "\n\nOne *small* text, a `word` and no more.");
        }

        @Override
        boolean plausible(int question, Object value) {
            return value instanceof String html && html.contains("Edition " + question) && html.contains("<em>");
        }

        @Override
        boolean repeats() {
            return true;
        }
    },
    THEME("theme", Theme.class) {
        private final Page page =
                new Page("Demo front page", "/", "<p>body</p>", List.of(new Headline("demo", "line")), 1, List.of());

        @Override
        public Answer<?> ask(Object service, int question) {
            return ((Theme) service).dress(page);
        }

        @Override
        boolean plausible(int question, Object value) {
            return value instanceof String html && html.contains("Demo front page") && html.contains("</html>");
        }
    },
    FEED("feed", Feed.class) {
        @Override
        public Answer<?> ask(Object service, int question) {
            return ((Feed) service).headlines(question + 1);
        }

        @Override
        boolean plausible(int question, Object value) {
            return value instanceof List<?> lines && !lines.isEmpty() && lines.size() <= question + 1;
        }
    },
    ANALYTICS("analytics", Analytics.class) {
        @Override
        public Answer<?> ask(Object service, int question) {
            return ((Analytics) service).seen("/demo");
        }

        @Override
        boolean plausible(int question, Object value) {
            return value instanceof Long count && count >= 1;
        }
    };

    /** How many different questions there are; they are numbered from 0. */
    public static final int QUESTIONS = 4;

    private final String resource;
    private final Class<?> contract;

    Part(String resource, Class<?> contract) {
        this.resource = resource;
        this.contract = contract;
    }

    /** The resource's name. */
    public String resource() {
        return resource;
    }

    /** The interface through which it is called. */
    public Class<?> contract() {
        return contract;
    }

    /** The part of this name, if it is one. */
    public static Optional<Part> named(String resource) {
        for (Part part : values()) {
            if (part.resource.equals(resource)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Makes one call. */
    public abstract Answer<?> ask(Object service, int question);

    /** Whether a value can be an answer to the question, whatever the version. */
    abstract boolean plausible(int question, Object value);

    /** Whether one version gives the same answer to the same question each time. */
    boolean repeats() {
        return false;
    }
}
