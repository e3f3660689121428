using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

public sealed class UsefulLineTests
{
    [Theory]
    [InlineData("Single emergency number: 112", "Single emergency number", "112", null, "112")]
    [InlineData("Roads: snow: +40 (266) 207-774", "Roads: snow", "+40 (266) 207-774", null, "+40266207774")]
    [InlineData("County page: https://example.org/a:b", "County page", null, "https://example.org/a:b", "")]
    public void Read_ALine_TellsLabelAndWhereItLeads(string line, string label, string? phone, string? link, string dialled)
    {
        var read = UsefulLine.Read(line)!;
        Assert.Equal((label, phone, link, dialled), (read.Label, read.Phone, read.Link, read.Dialled));
    }

    [Theory]
    [InlineData("112")]
    [InlineData(": 112")]
    [InlineData("Police: ask at the gate")]
    [InlineData("Page: javascript:alert(1)")]
    [InlineData("Page: https://example.org/ and more")]
    [InlineData("Page: ftp://example.org/")]
    public void Read_WhatIsNeitherNumberNorLink_IsNothing(string line) => Assert.Null(UsefulLine.Read(line));
}
