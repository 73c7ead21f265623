package dev.vigil.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom. Each rule is a sentence; when one stops you, it is the house's wall that you were about to break through. */
@AnalyzeClasses(packages = "dev.vigil", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "dev.vigil";
    private static final String[] EVERYBODY_MAY = {
        "java..", "javax.net.ssl..", "javax.xml.stream..", "org.slf4j..", "com.sun.net.httpserver.."
    };

    /** A module, which of ours it may import, and which packages of others. */
    private record Module(String name, List<String> ours, List<String> others) {
        static Module of(String name, String ours, String... others) {
            return new Module(
                    name,
                    Arrays.stream(ours.split(" "))
                            .filter(word -> !word.isBlank())
                            .toList(),
                    List.of(others));
        }

        ArchRule rule() {
            List<String> allowed = new ArrayList<>(List.of(EVERYBODY_MAY));
            allowed.addAll(others);
            Stream.concat(Stream.of(name), ours.stream()).forEach(each -> allowed.add(OURS + "." + each + ".."));
            return classes()
                    .that()
                    .resideInAPackage(OURS + "." + name + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(new String[0]))
                    .because(name + " may import only " + (ours.isEmpty() ? "nothing of ours" : String.join(", ", ours))
                            + " (docs/ARCHITECTURE.md)");
        }
    }

    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String CLIENTS = "org.apache.kafka..";
    private static final String METERS = "io.micrometer..";
    private static final String ZSTD = "com.github.luben.zstd..";

    private static final List<Module> MODULES = List.of(
            Module.of("schemas", "", "org.apache.avro..", "org.apache.kafka.clients..", "org.apache.kafka.common.."),
            Module.of("yaml", "", JACKSON, "org.yaml.snakeyaml.."),
            Module.of(
                    "common",
                    "schemas yaml",
                    "javax.management..",
                    "org.apache.avro..",
                    CLIENTS,
                    METERS,
                    JACKSON,
                    "ch.qos.logback.."),
            Module.of("imaging", "", "nom.tam..", "javax..", "org.apache.commons.compress.."),
            Module.of("instruments", "imaging yaml", JACKSON),
            Module.of("reduction", "imaging", "org.jastronomy.jsofa.."),
            Module.of("archive", ""),
            Module.of(
                    "ledger",
                    "schemas",
                    "javax.sql..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "org.postgresql..",
                    "com.zaxxer.."),
            Module.of("audit", "common schemas instruments ledger archive", CLIENTS, JACKSON),
            Module.of("producer", "common schemas imaging instruments", CLIENTS, METERS, ZSTD),
            Module.of("simulator", "imaging instruments", JACKSON),
            Module.of("scheduler", "common schemas", CLIENTS, METERS, "org.rocksdb.."),
            Module.of("progress", "common schemas", CLIENTS, METERS, JACKSON, "org.rocksdb.."),
            Module.of("transfer", "common schemas imaging archive", CLIENTS, METERS, ZSTD, "org.apache.sshd.."),
            Module.of("calibrator", "common schemas imaging instruments reduction archive", CLIENTS, METERS),
            Module.of("ingester", "common schemas instruments ledger", CLIENTS, METERS),
            Module.of("auditor", "common schemas ledger archive audit", CLIENTS, METERS),
            Module.of("portal", "common schemas ledger archive imaging", CLIENTS, METERS, JACKSON),
            Module.of(
                    "cli",
                    "common schemas ledger audit imaging instruments reduction simulator",
                    CLIENTS,
                    JACKSON,
                    "picocli.."),
            Module.of(
                    "embedded",
                    "",
                    "kafka..",
                    "scala..",
                    CLIENTS,
                    "io.zonky..",
                    "org.apache.commons..",
                    "org.postgresql..",
                    "org.tukaani.."));

    @TestFactory
    Stream<DynamicTest> aModuleImportsOnlyWhatItMay() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(OURS);
        return MODULES.stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.name(), () -> module.rule().check(all)));
    }

    @ArchTest
    static final ArchRule nobodyImportsWhatIsThereToProve = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.vigil.allinone..", "dev.vigil.testkit..", "dev.vigil.bench..", "dev.vigil.systemtests..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.vigil.allinone..", "dev.vigil.testkit..", "dev.vigil.bench..")
            .because("the all-in-one, testkit and bench stand on the services, not under them");

    @ArchTest
    static final ArchRule theArithmeticKnowsNeitherKafkaNorFilesNorLogs = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.vigil.scheduler.policy..",
                    "dev.vigil.scheduler.association..",
                    "dev.vigil.progress.standing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "java.sql..",
                    "java.nio.file..",
                    "org.slf4j..",
                    "dev.vigil.common.kafka..",
                    "io.micrometer..")
            .because("what is decided and counted must be testable by the thousand, without a broker")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule thePackagesOfTheReductionStandOnEachOtherOneWay = slices().matching(
                    "dev.vigil.reduction.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone is one that can be changed alone (reduction/README.md)");

    @ArchTest
    static final ArchRule nothingInTheReductionKnowsItsRoof = noClasses()
            .that()
            .resideInAPackage("dev.vigil.reduction.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.vigil.reduction")
            .because("the top package puts recipes together out of all the others (reduction/README.md)");

    @ArchTest
    static final ArchRule aMainIsReadAloud = noMethods()
            .that()
            .haveName("main")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .because("main says settings, open, wait; the wiring is the service's");

    @ArchTest
    static final ArchRule nobodyPrintsBesideTheLog = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.vigil.schemas..",
                    "dev.vigil.common..",
                    "dev.vigil.imaging..",
                    "dev.vigil.instruments..",
                    "dev.vigil.reduction..",
                    "dev.vigil.archive..",
                    "dev.vigil.ledger..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the floor has no terminal");
}
