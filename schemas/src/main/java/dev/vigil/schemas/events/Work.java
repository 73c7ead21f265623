package dev.vigil.schemas.events;

/** What a calibrator is asked to do. */
public sealed interface Work permits QuickLook, ReduceFrame, BuildMaster {}
