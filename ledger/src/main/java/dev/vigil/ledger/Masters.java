package dev.vigil.ledger;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers questions about masters. */
public final class Masters {
    private static final String STANDING = "select * from master_standings\n";

    private static final String PROBLEMS_FIRST =
            "where unit = :unit order by standing = 'BUILT', at desc, master limit :limit";

    private static final String PRODUCTS =
            "select kind, area, key, size, digest from master_products where master = :master order by kind, key";

    private final Jdbi jdbi;

    Masters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest masters of a unit, at most so many; those that are not built first. */
    public List<MasterStanding> of(String unit, int limit) {
        return Rows.list(
                jdbi,
                MasterStanding.class,
                STANDING + PROBLEMS_FIRST,
                query -> query.bind("unit", unit).bind("limit", limit));
    }

    /** A master and how it stands. */
    public Optional<MasterStanding> of(MasterId master) {
        return Rows.list(
                        jdbi,
                        MasterStanding.class,
                        STANDING + "where master = :master",
                        query -> query.bind("master", master))
                .stream()
                .findFirst();
    }

    /** The files of a master. */
    public List<Product> products(MasterId master) {
        return Refusals.saying(() -> jdbi.withHandle(handle -> handle.createQuery(PRODUCTS)
                .bind("master", master)
                .map((row, context) -> product(row))
                .list()));
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                ProductKind.valueOf(row.getString("kind")),
                new StoredFile(
                        Area.valueOf(row.getString("area")),
                        row.getString("key"),
                        row.getLong("size"),
                        new Sha256(row.getString("digest"))));
    }
}
