package org.understudy.newsroom.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.CommentRefusedException;
import org.understudy.newsroom.InjectedFault;

/**
 * Asks resources for one request and writes down which version answered. Where a swap falls into the request, two
 * versions of one resource stand in it, the earlier first. For one thread.
 */
final class Playbill {
    private final Map<String, Set<String>> answered = new LinkedHashMap<>();

    /** A playbill on which the page itself stands first. */
    Playbill(String page) {
        enter("page", page);
    }

    /**
     * The answer of a resource.
     *
     * @param service the resource's service, or null where it is absent
     * @throws NoAnswerException where it is absent or fails
     * @throws CommentRefusedException where it says so
     */
    <S, T> T ask(String resource, S service, Function<S, Answer<T>> question) {
        if (service == null) {
            throw NoAnswerException.absent(resource);
        }
        try {
            Answer<T> answer = question.apply(service);
            enter(resource, answer.version());
            return answer.value();
        } catch (InjectedFault e) {
            enter(resource, e.version());
            throw NoAnswerException.injected(resource, e.version(), e);
        } catch (CommentRefusedException e) {
            throw e; // it answers, and says what its asker did wrong
        } catch (RuntimeException e) {
            throw NoAnswerException.failed(resource, e);
        } catch (VirtualMachineError e) {
            if (e.getCause() instanceof InjectedFault fault) {
                enter(resource, fault.version());
                throw NoAnswerException.injected(resource, fault.version(), fault);
            }
            throw e;
        }
    }

    private void enter(String resource, String version) {
        answered.computeIfAbsent(resource, first -> new LinkedHashSet<>()).add(version);
    }

    /** Who answered so far, a fault on purpose included; as {@code name=version}, in the order of the first answer. */
    List<String> entries() {
        return answered.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(version -> entry.getKey() + "=" + version))
                .toList();
    }
}
