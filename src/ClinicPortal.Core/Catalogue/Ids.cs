namespace ClinicPortal.Core.Catalogue;

// A cell is a pair of these two: as plain numbers they could change places without anyone noticing.

public readonly record struct TreatmentId(int Value);

public readonly record struct CriterionId(int Value);
