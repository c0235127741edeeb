package org.dialogue.reports.commitments;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the view, and counts what is open for whoever watches. */
@Configuration(proxyBeanMethods = false)
class OpenCommitmentsView {

    @Bean
    LiveView<OpenCommitments> openCommitments(Views views) {
        return views.keep(OpenCommitments.FOLD);
    }

    @Bean
    MeterBinder openCommitmentMeters(LiveView<OpenCommitments> view) {
        return registry -> {
            for (CommitmentState state :
                    List.of(CommitmentState.OPEN, CommitmentState.WAITING, CommitmentState.CLAIMED)) {
                Gauge.builder("dialogue.commitments.open", view, kept -> count(kept, state))
                        .description("Commitments that have not ended")
                        .tag("state", state.name())
                        .register(registry);
            }
        };
    }

    private static long count(LiveView<OpenCommitments> view, CommitmentState state) {
        return view.state().view().commitments().open().values().stream()
                .filter(commitment -> commitment.state() == state)
                .count();
    }
}
