#!/usr/bin/env bash
# Package:   org.apache.maven.plugins:maven-surefire-plugin 3.5.6 with org.junit.jupiter:junit-jupiter 5.13.4 (Maven Central)
# Behaviour: Surefire offers ${surefire.forkNumber} in systemPropertyVariables, to tell parallel test JVMs apart. It comes through
#            only beside other text. Where it is all of a value, Maven resolves the expression itself before Surefire sees it,
#            finds no such property, and the JVM gets an empty value. Nothing is told: forks that should have had folders,
#            ports or schemas of their own share one.
# Seen:      alone=[] beside=[jvm-1]
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
  <properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target></properties>
  <dependencies>
    <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.13.4</version><scope>test</scope></dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.5.6</version>
        <configuration>
          <forkCount>1</forkCount>
          <systemPropertyVariables>
            <alone>${surefire.forkNumber}</alone>
            <beside>jvm-${surefire.forkNumber}</beside>
          </systemPropertyVariables>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
XML

mkdir -p src/test/java
cat >src/test/java/ForkTest.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ForkTest {
    @Test
    void tells() throws Exception {
        Files.writeString(
                Path.of("told"),
                "alone=[" + System.getProperty("alone") + "] beside=[" + System.getProperty("beside") + "]");
    }
}
JAVA

mvn -B -q test >maven.log 2>&1 || { cat maven.log >&2; exit 1; }
told=$(cat told)
echo "$told"
[[ "$told" == "alone=[] beside=[jvm-1]" ]]
