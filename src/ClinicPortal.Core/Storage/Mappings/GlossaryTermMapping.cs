using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class GlossaryTermMapping : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> term)
    {
        term.ToTable(nameof(GlossaryTerm));
        term.HasIndex(t => t.Slug).IsUnique();
        term.Cites(t => t.Sources, "GlossaryCitation");
    }
}
