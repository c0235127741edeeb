#!/usr/bin/env bash
# Package:   de.bwaldvogel:mongo-java-server-h2-backend 1.47.0 (Maven Central), asked by org.mongodb:mongodb-driver-sync 5.8.1
# Behaviour: a condition that gives a whole subdocument, {parts: {number: 1}}, matches only what is equal to it, as on a real
#            server, as long as the field holds a subdocument. Where the field holds an array, an element that has more fields
#            than were asked for matches too, as if {$elemMatch: {number: 1}} had been asked.
# Seen:      subdocument {number: 1, note: 2}: 0 found
#            array of {number: 1, note: 2}: 1 found
#            array of {number: 3, note: 2}: 0 found
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

cat >Match.java <<'JAVA'
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVStore;

public class Match {
    public static void main(String[] arguments) {
        MongoServer server = new MongoServer(new H2Backend(MVStore.open(null)));
        int port = server.bind().getPort();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            var questions = client.getDatabase("meeting").getCollection("questions");
            Document part = new Document("number", 1).append("note", 2);
            tell(questions, "subdocument {number: 1, note: 2}", part);
            tell(questions, "array of {number: 1, note: 2}", List.of(part));
            tell(questions, "array of {number: 3, note: 2}", List.of(new Document("number", 3).append("note", 2)));
        }
        server.shutdownNow();
    }

    private static void tell(MongoCollection<Document> questions, String what, Object parts) {
        questions.deleteMany(new Document());
        questions.insertOne(new Document("_id", 1).append("parts", parts));
        long found = questions.countDocuments(new Document("parts", new Document("number", 1)));
        System.out.println(what + ": " + found + " found");
    }
}
JAVA

seen=$(java -cp "jars/*" Match.java 2>/dev/null)
echo "$seen"
expected='subdocument {number: 1, note: 2}: 0 found
array of {number: 1, note: 2}: 1 found
array of {number: 3, note: 2}: 0 found'
[[ "$seen" == "$expected" ]] || { echo "The behaviour has changed." >&2; exit 1; }
