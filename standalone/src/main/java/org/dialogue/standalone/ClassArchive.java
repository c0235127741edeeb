package org.dialogue.standalone;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An archive of the classes that this process has loaded, from which the JVM starts the next one sooner. */
final class ClassArchive {

    /** Names the file to make. The JVM has to be started with {@code -XX:+RecordDynamicDumpInfo}. */
    private static final String FILE = "dialogue.class-archive";

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

    private ClassArchive() {}

    static void makeIfAsked() {
        String file = System.getProperty(FILE);
        if (file == null) {
            return;
        }
        try {
            Path archive = Path.of(file).toAbsolutePath();
            Path draft = archive.resolveSibling(ProcessHandle.current().pid() + ".jsa");
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", draft.toString()}},
                            new String[] {String[].class.getName()});
            Files.move(draft, archive);
        } catch (JMException | IOException e) {
            LOG.warn("No archive of classes in {}; the next start takes as long as this one", file, e);
        }
    }
}
