package dev.vigil.scheduler.state;

/** What is known of each unit's side. */
public final class Units {
    private final Shelf units;

    Units(Shelf units) {
        this.units = units;
    }

    /** A unit, heard of or not. */
    public UnitStanding get(String unit) {
        return units.get(Key.of(unit)).map(Forms::unit).orElse(UnitStanding.UNHEARD);
    }

    /** Keeps what is known of a unit. */
    public void keep(String unit, UnitStanding standing) {
        units.put(Key.of(unit), Forms.write(standing));
    }
}
