#!/usr/bin/env bash
# Package:   de.bwaldvogel:mongo-java-server-h2-backend 1.47.0 (Maven Central), asked by org.mongodb:mongodb-driver-sync 5.8.1
# Behaviour: dropping one database also takes away every database whose name begins with the same letters: the backend removes
#            what it has stored by a prefix of names that does not end where the name does. No error is told; the other
#            database is empty from then on. On a real server databases know nothing of each other.
# Seen:      before: 1 in meeting, 1 in meeting_archive
#            after dropping meeting: 0 in meeting, 0 in meeting_archive
# Needs JDK 17 and Maven; works in a temporary folder; fails if the behaviour changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>de.bwaldvogel</groupId><artifactId>mongo-java-server-h2-backend</artifactId><version>1.47.0</version></dependency>
    <dependency><groupId>org.mongodb</groupId><artifactId>mongodb-driver-sync</artifactId><version>5.8.1</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory="$folder/jars" >/dev/null

cat >Drop.java <<'JAVA'
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.bson.Document;
import org.h2.mvstore.MVStore;

public class Drop {
    public static void main(String[] arguments) {
        MongoServer server = new MongoServer(new H2Backend(MVStore.open(null)));
        int port = server.bind().getPort();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            for (String name : new String[] {"meeting", "meeting_archive"}) {
                client.getDatabase(name).getCollection("questions").insertOne(new Document("_id", 1));
            }
            System.out.println("before: " + counts(client));
            client.getDatabase("meeting").drop();
            System.out.println("after dropping meeting: " + counts(client));
        }
        server.shutdownNow();
    }

    private static String counts(MongoClient client) {
        return count(client, "meeting") + " in meeting, " + count(client, "meeting_archive") + " in meeting_archive";
    }

    private static long count(MongoClient client, String name) {
        return client.getDatabase(name).getCollection("questions").countDocuments();
    }
}
JAVA

seen=$(java -cp "jars/*" Drop.java 2>/dev/null)
echo "$seen"
expected='before: 1 in meeting, 1 in meeting_archive
after dropping meeting: 0 in meeting, 0 in meeting_archive'
[[ "$seen" == "$expected" ]] || { echo "The behaviour has changed." >&2; exit 1; }
