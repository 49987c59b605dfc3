using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Tests.Ports;

public sealed class CameraAddressTests
{
    [TestCase("192.0.2.31", "192.0.2.31", null, null)]
    [TestCase("gate-03:8080", "gate-03", 8080, null)]
    [TestCase("gate-03:80", "gate-03", 80, null)]
    [TestCase("https://gate-03", "gate-03", null, "https")]
    [TestCase("https://gate-03:8443/path", "gate-03", 8443, "https")]
    [TestCase("2001:db8::1", "2001:db8::1", null, null)]
    [TestCase("[2001:db8::1]:81", "2001:db8::1", 81, null)]
    public void Parse_WhatPeopleWrite_IsUnderstood(string text, string host, int? port, string? scheme)
    {
        var address = CameraAddress.Parse(text);

        Assert.That((address.Host, address.Port, address.Scheme), Is.EqualTo((host, port, scheme)));
    }

    [TestCase("")]
    [TestCase("rtsp://192.0.2.31")]
    [TestCase("a b")]
    [TestCase("host:99999")]
    public void Parse_NoAddress_IsRefused(string text) => Assert.That(() => CameraAddress.Parse(text), Throws.TypeOf<UsageException>());

    [Test]
    public void Parse_PasswordInUrl_IsRefusedWithoutRepeatingIt() => Assert.That(
        () => CameraAddress.Parse("http://admin:hunter2@192.0.2.31"),
        Throws.TypeOf<UsageException>().With.Message.Not.Contains("hunter2"));
}
