# Read by the scripts beside it: builds what they run, if a source is newer, and finds its Java.

root=$(cd "$(dirname "$0")/.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
built=$root/bench/target/bench.built

is_built() {
  [ -e "$built" ] && [ -z "$(cd "$root" && find pom.xml ./*/pom.xml ./*/src/main -newer "$built" | head -n 1)" ]
}

# The launcher's build comes last, because it looks for sources that are newer than itself.
if ! is_built; then
  echo 'building' >&2
  began=$(mktemp)
  (cd "$root" && ./mvnw -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am package)
  mv "$began" "$built"
fi
"$root/vigil" --version >/dev/null

class_path=$root/bench/target/classes:$root/bench/target/lib/*
