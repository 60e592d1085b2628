using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Exchange;

public class ContentSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_make() =>
        Assert.Equal(ContentSchema.Text(), File.ReadAllText(Path.Combine(SampleClinic.RepositoryRoot(), "content", "content.schema.json")));
}
