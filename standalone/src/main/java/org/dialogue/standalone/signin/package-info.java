/** The sign-in server of the standalone: an OAuth 2 authorization server whose users are the demo people. */
@NullMarked
package org.dialogue.standalone.signin;

import org.jspecify.annotations.NullMarked;
