# One image for every service: the command says which (docker run vigil producer). The classic builder suffices.
#
#   poms     only the poms, so that the next stage is the same as long as they are
#   build    fetches what Maven needs (a layer that survives changes of sources), then builds
#   vigil    the jars, the launcher and a user without rights

FROM eclipse-temurin:25-jdk AS poms
COPY . /all
RUN find /all -type f ! -name pom.xml ! -name mvnw ! -path '*/.mvn/*' -delete && find /all -depth -type d -empty -delete

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY --from=poms /all/ ./
# The same build on empty modules: it fetches exactly the plugins and jars that the true one will ask for.
ARG MAVEN_ARGUMENTS="-B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl allinone -am"
RUN ./mvnw -q $MAVEN_ARGUMENTS package && rm -rf target */target
COPY . ./
# Services in containers talk to a PostgreSQL of its own container: the bundled one stays behind.
RUN ./mvnw -q $MAVEN_ARGUMENTS package \
 && mkdir -p /jars/ours /jars/others \
 && mv allinone/target/*.jar allinone/target/lib/vigil-*.jar /jars/ours/ \
 && rm -f allinone/target/lib/embedded-postgres-binaries-*.jar \
 && mv allinone/target/lib/*.jar /jars/others/

FROM eclipse-temurin:25-jre AS vigil
# Named volumes take owner and mode from the folders of the image.
RUN groupadd --gid 10001 vigil \
 && useradd --uid 10001 --gid 10001 --home-dir /var/lib/vigil --shell /usr/sbin/nologin vigil \
 && mkdir -p /incoming /var/lib/vigil/archive /var/lib/vigil/working /var/lib/vigil/state \
 && chown -R vigil:vigil /var/lib/vigil
# Others' jars change seldom, ours often: two layers.
COPY --from=build /jars/others/ /opt/vigil/lib/
COPY --from=build /jars/ours/ /opt/vigil/lib/
COPY vigil deploy/healthy /opt/vigil/
USER vigil
WORKDIR /var/lib/vigil
# So that docker compose exec portal vigil status works.
ENV PATH=/opt/vigil:$PATH VIGIL_FRONT_PORT=9100
EXPOSE 9100
HEALTHCHECK --interval=5s --timeout=4s --start-period=90s --retries=6 CMD ["/opt/vigil/healthy"]
ENTRYPOINT ["/opt/vigil/vigil", "service"]
