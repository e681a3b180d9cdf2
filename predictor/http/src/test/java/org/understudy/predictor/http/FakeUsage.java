package org.understudy.predictor.http;

import java.util.ArrayList;
import java.util.List;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageStep;

/** Writes down which steps begin, and how many are under way; fails where it is told to. */
final class FakeUsage implements Usage {
    final List<String> users = new ArrayList<>();
    int underWay;
    RuntimeException atBegin;
    RuntimeException atEnd;

    @Override
    public UsageStep step(String user) {
        if (atBegin != null) {
            throw atBegin;
        }
        users.add(user);
        underWay++;
        return this::end;
    }

    private void end() {
        underWay--;
        if (atEnd != null) {
            throw atEnd;
        }
    }

    @Override
    public void needs(String user, String resource) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signal(String name, String value) {
        throw new UnsupportedOperationException();
    }
}
