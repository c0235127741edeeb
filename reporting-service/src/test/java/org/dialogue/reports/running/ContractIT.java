package org.dialogue.reports.running;

import org.dialogue.kit.testing.TrafficContract;

class ContractIT implements TrafficContract {}
