package org.dialogue.reports.views;

import java.util.Optional;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;

/**
 * States of views, kept so that a start folds only what came later. They are a cache: what is missing, damaged, of another
 * format or not of this ledger is folded anew.
 */
interface Snapshots {

    /** Keeps nothing. */
    Snapshots NONE = new Snapshots() {
        @Override
        public <V> Optional<ViewState<V>> find(ViewFold<V> fold) {
            return Optional.empty();
        }

        @Override
        public <V> void keep(ViewFold<V> fold, ViewState<V> state) {}
    };

    /** {@return the state that was kept last, if it can be used} */
    <V> Optional<ViewState<V>> find(ViewFold<V> fold);

    /** Keeps a state in place of the one before. */
    <V> void keep(ViewFold<V> fold, ViewState<V> state);
}
