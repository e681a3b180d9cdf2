package org.understudy.shell.command;

import org.understudy.predict.Usage;

/** The name of a user as it was typed. No answer repeats it. */
final class UserName {
    private UserName() {}

    /**
     * The name, if one can have it.
     *
     * @throws CommandFailedException if it is empty, too long or has control characters
     */
    static String checked(String typed) {
        if (typed.isEmpty()) {
            throw new CommandFailedException("the name of the user is empty: name one as the application does");
        }
        if (typed.length() > Usage.LONGEST_NAME) {
            throw new CommandFailedException("the name of the user has " + typed.length() + " characters: no user has"
                    + " more than " + Usage.LONGEST_NAME);
        }
        if (typed.chars().anyMatch(Character::isISOControl)) {
            throw new CommandFailedException("the name of the user has a control character: no user has one; type the"
                    + " name as the application does");
        }
        return typed;
    }
}
