package org.dialogue.dialogues.web;

import org.dialogue.kit.testing.TrafficContract;

class ContractIT implements TrafficContract {}
