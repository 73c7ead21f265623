package dev.vigil.schemas.events;

/** What a person asks for. */
public sealed interface Wish
        permits ReduceAgain,
                BuildMasters,
                FetchAgain,
                Promote,
                CloseFrame,
                RetryFailed,
                BackfillNights,
                CloseGap,
                ReleaseFiles,
                ConfirmIngested,
                LookAgain,
                BuildAgain,
                JudgeAgain,
                ExpectNumbers {}
