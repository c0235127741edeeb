package org.dialogue.ledger.checkpoint;

/**
 * Keys and notes that others made, with other programs.
 */
final class PublicNotes {

    /** The example of Go's package golang.org/x/mod/sumdb/note, which the format comes from. */
    static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    /** Its secret: a number of the algorithm, and the 32 bytes. */
    static final String GO_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    static final String GO_TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";

    static final String GO_NOTE = GO_TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6Ryy"
            + "BwJnAM=\n";

    /** The key of Go's checksum database, as every copy of Go holds it. */
    static final String CHECKSUM_DATABASE_KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    /** A checkpoint of that database. */
    static final String CHECKSUM_DATABASE_NOTE = "go.sum database tree\n"
            + "31700353\n"
            + "qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n"
            + "\n\u2014 sum.golang.org Az3grnmrIUEDFqHzAElIQCPNoRFRAAdFo47fooyWKMHb89k11GJh5zHIfNCOBmwn/C3YI8oW9/C8DJ87F61Q"
            + "qspBYwM=\n";

    /** Made with {@code openssl genpkey -algorithm ed25519} for these tests only. */
    static final String OPENSSL_PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEICHH93qLaAyq5i79+BD8xjIS5pgC6r/qzLQYbf6fZPQr
            -----END PRIVATE KEY-----
            """;

    static final String OPENSSL_NAME = "witness.example.com";

    static final String OPENSSL_KEY = "witness.example.com+fe92d01e+AYNYZFfOivrs9WZs0LDFNkVC9O/rQO7tAlDYDbuxulA/";

    static final String OPENSSL_COSIGNER_KEY =
            "witness.example.com+f4422429+BINYZFfOivrs9WZs0LDFNkVC9O/rQO7tAlDYDbuxulA/";

    static final String OPENSSL_BODY = "example.com/things\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";

    /** Signed with {@code openssl pkeyutl -sign -rawin} as a ledger, and as a witness at second 1,700,000,000. */
    static final String OPENSSL_NOTE = OPENSSL_BODY
            + "\n\u2014 witness.example.com /pLQHiMOaPCfkPV91Wg9enTe8SzmwanVf+iGi61mbubO+RckyZI6cR48EWz6qTXI266mXbpN9TMhLLYx"
            + "LwtRAhGy2AA=\n"
            + "\u2014 witness.example.com 9EIkKQAAAABlU/EAruNSOahfJJ6CffZ8Ql0XRB0nUbedBPVwZZHAcwty3PkQTIp8pILAPr2ucubt87lsxiEW"
            + "b06aSi7zT3/Bp3ryCA==\n";

    private PublicNotes() {}
}
