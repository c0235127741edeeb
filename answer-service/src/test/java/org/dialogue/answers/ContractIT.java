package org.dialogue.answers;

import org.dialogue.kit.testing.TrafficContract;

class ContractIT implements TrafficContract {}
