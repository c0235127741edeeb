#!/usr/bin/env bash
# Package:   tools.jackson.core:jackson-databind 3.1.5 (Maven Central), with jackson-core 3.1.5, jackson-annotations 2.22
# Behaviour: JsonMapper reads a JSON number as an Instant in seconds since 1970. A number beyond the range of Instant is
#            refused, as one would expect: 1e30 gives a DateTimeParseException. But a number with a far greater exponent,
#            1e400, is taken, and means 1970-01-01T00:00:00Z; so does -1e400. The further a time is out of bounds, the more
#            harmless it looks.
# Seen:      1e30 -> refused
#            1e400 -> 1970-01-01T00:00:00Z
#            -1e400 -> 1970-01-01T00:00:00Z
# Needs JDK 17 and Maven; works in a temporary folder; fails if the behaviour changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

for artifact in tools.jackson.core:jackson-databind:3.1.5 tools.jackson.core:jackson-core:3.1.5 \
  com.fasterxml.jackson.core:jackson-annotations:2.22; do
  mvn -B -q dependency:copy -Dartifact="$artifact" -DoutputDirectory="$folder/jars" >/dev/null
done

cat >HugeNumbers.java <<'JAVA'
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

public class HugeNumbers {
    public static void main(String[] numbers) {
        JsonMapper json = JsonMapper.builder().build();
        for (String number : numbers) {
            String meaning;
            try {
                meaning = json.readValue(number, Instant.class).toString();
            } catch (JacksonException | java.time.DateTimeException refusal) {
                meaning = "refused";
            }
            System.out.println(number + " -> " + meaning);
        }
    }
}
JAVA

seen=$(java -cp "jars/*" HugeNumbers.java 1e30 1e400 -1e400)
echo "$seen"
expected='1e30 -> refused
1e400 -> 1970-01-01T00:00:00Z
-1e400 -> 1970-01-01T00:00:00Z'
[[ "$seen" == "$expected" ]] || { echo "The behaviour has changed." >&2; exit 1; }
