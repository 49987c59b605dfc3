using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Tests.Hikvision;

[TestFixture]
internal sealed class ParserTests
{
    [TestCase("<ImageFlip><enabled>false</enabled><ImageFlipStyle>CENTER</ImageFlipStyle></ImageFlip>", 0, false)]
    [TestCase("<ImageFlip><enabled>true</enabled><ImageFlipStyle>LEFTRIGHT</ImageFlipStyle></ImageFlip>", 0, true)]
    [TestCase("<ImageFlip><enabled>true</enabled><ImageFlipStyle>UPDOWN</ImageFlipStyle></ImageFlip>", 180, true)]
    [TestCase("<ImageFlip><enabled>true</enabled><ImageFlipStyle>CENTER</ImageFlipStyle></ImageFlip>", 180, false)]
    [TestCase("<Corridor><enabled>true</enabled></Corridor>", 90, false)]
    [TestCase(
        "<Corridor><enabled>true</enabled></Corridor><ImageFlip><enabled>true</enabled><ImageFlipStyle>CENTER</ImageFlipStyle></ImageFlip>",
        270, false)]
    [TestCase("<ImageFlip><enabled>true</enabled><ImageFlipStyle>SPIRAL</ImageFlipStyle></ImageFlip>", null, null)]
    [TestCase("<Color/>", null, null)]
    public void Rotation_FlipAndCorridor_AreATurnAndAMirror(string xml, int? rotation, bool? mirror)
    {
        var documents = new Documents();

        Assert.That(
            HikvisionRotation.Parse(documents.Add($"<ImageChannel>{xml}</ImageChannel>"), 1, documents.Notes),
            Is.EqualTo((rotation, mirror)));
    }

    [TestCase(1, false, 0)]
    [TestCase(60, false, 60)]
    [TestCase(100, false, 100)]
    [TestCase(60, true, 50)]
    [TestCase(75, false, 75)]
    [TestCase(30, true, 0)]
    [TestCase(90, true, 100)]
    public void Quality_FixedQuality_IsARank(int wire, bool isRecorder, double rank) =>
        Assert.That(
            HikvisionQuality.Rank(
                new Documents().Add(FormattableString.Invariant($"<fixedQuality>{wire}</fixedQuality>")), isRecorder),
            Is.EqualTo(rank));

    [TestCase("CST-8:00:00", "UTC-8")]
    [TestCase("\nCST+5:00:00DST01:00:00,M3.2.0/02:00:00,M11.1.0/02:00:00 ", "UTC5DST,M3.2.0,M11.1.0")]
    [TestCase("CST-5:30:00", "UTC-5:30")]
    [TestCase("CST-10:00:00DST00:30:00,M10.1.0/02:00:00,M4.1.0/02:00:00", "UTC-10DST-10:30,M10.1.0,M4.1.0")]
    public void Time_Zone_IsCanonical(string wire, string posix)
    {
        var documents = new Documents();

        var time = HikvisionTime.Parse(
            documents.Add($"<Time><timeMode>manual</timeMode><timeZone>{wire}</timeZone></Time>"), null,
            documents.Notes)!;

        Assert.That(
            (time.PosixTimeZone, time.Mode, time.NtpServers),
            Is.EqualTo((posix, SetDateTimeType.Manual, (System.Collections.Immutable.ImmutableArray<string>?)null)));
    }

    [Test]
    public void Time_ZoneNotUnderstood_IsAFindingAndNotCarried()
    {
        var documents = new Documents();

        var time = HikvisionTime.Parse(documents.Add("<Time><timeZone>noon</timeZone></Time>"), null, documents.Notes)!;

        Assert.That(time.PosixTimeZone, Is.Null);
        Assert.That(documents.Notes.Findings.Single().Path, Is.EqualTo("time.posixTimeZone"));
        Assert.That(documents.NotCarried, Is.EqualTo(new[] { "Doc/timeZone" }));
    }

    [TestCase("<enabled>true</enabled><positionX>0</positionX>")]
    [TestCase("<positionX>0</positionX>")]
    public void Masks_OnWithoutAnArea_AreUnread(string region)
    {
        var documents = new Documents();
        var xml = "<PrivacyMask><enabled>true</enabled><PrivacyMaskRegionList><PrivacyMaskRegion><id>1</id>"
            + $"{region}</PrivacyMaskRegion></PrivacyMaskRegionList></PrivacyMask>";

        HikvisionMasks.Parse(documents.Add(xml), 1, "privacyMask", documents.Notes);

        Assert.That(documents.Notes.Unread.Single().Path, Is.EqualTo("videoSources[1].masks"));
    }

    [Test]
    public void Motion_FewerDigitsThanRows_LeavesTheRestUnwatched()
    {
        var documents = new Documents();
        var motion = HikvisionMotion.Parse(
            documents.Add(
                "<M><Grid><rowGranularity>2</rowGranularity><columnGranularity>4</columnGranularity></Grid><MotionDetectionLayout><layout><gridMap>A0</gridMap></layout></MotionDetectionLayout></M>"),
            documents.Events(), documents.Notes);

        Assert.That(motion.Cells, Is.EqualTo(new[] { "#.#.", "...." }));
        Assert.That(documents.Notes.Findings, Has.Length.EqualTo(1));
    }

    [Test]
    public void Imaging_PictureLimits_GiveTheShutterRange()
    {
        var documents = new Documents();
        var imaging = HikvisionImaging.Parse(
            documents.Add(
                "<I><Exposure><ExposureType>auto</ExposureType></Exposure><Shutter><ShutterLevel>1/25</ShutterLevel><maxShutterLevelLimit>1/50</maxShutterLevelLimit><minShutterLevelLimit>1/10000</minShutterLevelLimit></Shutter></I>"),
            null, 1, documents.Notes)!;

        Assert.That((imaging.Exposure!.MinExposureTime, imaging.Exposure.MaxExposureTime), Is.EqualTo((100d, 20_000d)));
    }
}
