package org.dialogue.kit.openapi;

import org.dialogue.kit.testing.TrafficContract;

class ContractIT implements TrafficContract {}
