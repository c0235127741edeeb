package org.dialogue.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's PostgreSQL 15, started on the loopback interface with its default settings. */
final class PostgresServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Process process;
    private final String uri;

    /**
     * @param data an empty directory
     * @param fsync whether commits are forced to the medium
     */
    private PostgresServer(Path data, boolean fsync) throws IOException, InterruptedException {
        if (ROOT) {
            // PostgreSQL refuses to run as root.
            run(List.of("chown", "postgres", data.toString()));
        }
        run(asPostgres("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "-D", data.toString()));
        int port = freePort();
        String forced = fsync ? "on" : "off";
        this.process = new ProcessBuilder(asPostgres(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-k",
                        data.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + port,
                        "-c",
                        "fsync=" + forced,
                        "-c",
                        "log_min_messages=error"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        this.uri = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port);
        awaitIt();
    }

    /** Starts one, installing it before where that is allowed; says in one line why there is none. */
    static Optional<PostgresServer> start(Path data, boolean fsync) throws InterruptedException {
        try {
            if (!Files.isExecutable(PROGRAMS.resolve("initdb"))) {
                if (!ROOT) {
                    throw new IOException("it is not installed, and only root may (apt-get install postgresql-15)");
                }
                run(List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "postgresql-15"));
            }
            return Optional.of(new PostgresServer(data, fsync));
        } catch (IOException e) {
            System.err.println("Without PostgreSQL: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> asPostgres(String program, String... arguments) {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(command, output.strip()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitIt() throws IOException, InterruptedException {
        for (int attempt = 0; process.isAlive() && attempt < 300; attempt++) {
            try {
                DriverManager.getConnection(uri).close();
                return;
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        process.destroy();
        throw new IOException("it does not start");
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        // runuser hands the signal on; to PostgreSQL it is a fast shutdown.
        try (Stream<ProcessHandle> servers = process.descendants()) {
            servers.forEach(ProcessHandle::destroy);
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while PostgreSQL stops", e));
        }
    }
}
