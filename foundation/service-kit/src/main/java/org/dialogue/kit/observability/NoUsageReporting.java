package org.dialogue.kit.observability;

import org.axonframework.updates.configuration.UsagePropertyProvider;

/** Says no to Axon's update checker, should one ever be made in spite of {@link KitAutoConfigurationFilter}. */
final class NoUsageReporting implements UsagePropertyProvider {

    @Override
    public Boolean getDisabled() {
        return true;
    }

    @Override
    public String getUrl() {
        return "";
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
