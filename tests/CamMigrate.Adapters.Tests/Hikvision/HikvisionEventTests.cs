using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Linkage, weeks, holidays, inputs and what else surrounds a detection.</summary>
[TestFixture]
internal sealed class HikvisionEventTests
{
    private const string Record =
        "<EventTriggerNotificationList><EventTriggerNotification><id>record-1</id><notificationMethod>record</notificationMethod>"
        + "<videoInputID>1</videoInputID></EventTriggerNotification></EventTriggerNotificationList>";

    [TestCase("<EventNotification><EventTriggerList>{0}</EventTriggerList></EventNotification>")]
    [TestCase("<EventTriggerList>{0}</EventTriggerList>")]
    [TestCase("{0}")]
    public void Linkage_EitherRoot_IsFound(string root)
    {
        var documents = new Documents();
        documents.Linkage.Add(documents.Add(root.Replace("{0}",
            $"<EventTrigger><id>VMD-1</id><eventType>VMD</eventType>{Record}</EventTrigger>", StringComparison.Ordinal)));

        Assert.That(
            documents.Linkage.Actions(HikvisionEvent.Motion, 1)!.Value.Select(a => (a.Kind, a.Number)),
            Is.EqualTo(new[] { (EventActionKind.Record, (int?)1) }));
    }

    [TestCase("<id>Linedetection-1</id><eventType>linedetection</eventType>", true)]
    [TestCase("<id>linedetection-1</id>", true)]
    [TestCase("<id>any</id><eventType>LINEDETECTION</eventType><dynVideoInputChannelID>1</dynVideoInputChannelID>", true)]
    [TestCase("<id>linedetection-2</id><eventType>linedetection</eventType>", false)]
    [TestCase("<id>linedetection</id><eventType>linedetection</eventType>", false)]
    public void Linkage_Ids_MatchWithoutRegardToCaseAndSuffix(string head, bool found)
    {
        var documents = new Documents();
        documents.Linkage.Add(
            documents.Add($"<EventTriggerList><EventTrigger>{head}{Record}</EventTrigger></EventTriggerList>"));

        Assert.That(documents.Linkage.Knows(HikvisionEvent.Line, 1), Is.EqualTo(found));
    }

    [Test]
    public void Linkage_OfNoSetting_IsListedWithTheEventsName()
    {
        var documents = new Documents();
        documents.Linkage.Add(documents.Add(
            $"<EventTriggerList><EventTrigger><id>diskfull</id><eventType>diskfull</eventType>{Record}</EventTrigger></EventTriggerList>"));
        documents.Linkage.Close();

        Assert.That(documents.Ledger.NotCarried().Select(n => n.Reason), Has.All.Contain("'diskfull'"));
        Assert.That(documents.Ledger.NotCarried(), Has.Length.EqualTo(2));
    }

    [Test]
    public void Arming_SameWeek_HasOneName()
    {
        var documents = new Documents();
        const string Week = "<TimeBlockList><TimeBlock><dayOfWeek>1</dayOfWeek><TimeRange><beginTime>08:00</beginTime><endTime>18:00:00</endTime></TimeRange></TimeBlock></TimeBlockList>";
        documents.Arming.Add(HikvisionEvent.Motion, documents.Add(
            $"<ScheduleList><Schedule><id>VMD_video1</id>{Week}</Schedule><Schedule><id>VMD_video2</id>{Week}</Schedule></ScheduleList>"));

        var names = new[] { 1, 2, 3 }.Select(n => documents.Arming.Name(HikvisionEvent.Motion, n, "p"));

        Assert.That(names, Is.EqualTo(new[] { "weekly 1", "weekly 1", null }));
        Assert.That(documents.Schedules.All!.Value.Single().Weekly!.Monday!.Value, Is.EqualTo(new[] { "08:00-18:00" }));
        Assert.That(documents.Schedules.All!.Value.Single().Weekly!.Tuesday, Is.Null);
    }

    [TestCase("08:00", "18:00", "08:00-18:00")]
    [TestCase("00:00:00", "23:59:59", "00:00-24:00")]
    [TestCase("0:00", "24:00:00", "00:00-24:00")]
    [TestCase("18:00", "08:00", null)]
    [TestCase("25:00", "26:00", null)]
    [TestCase("08:60", "09:00", null)]
    [TestCase("eight", "nine", null)]
    public void Span_WireTimes_AreMinutesOfADay(string begin, string end, string? expected)
    {
        var range = new Documents().Add($"<TimeRange><beginTime>{begin}</beginTime><endTime>{end}</endTime></TimeRange>");

        Assert.That(
            HikvisionSpan.Look(range) is { } span ? HikvisionSpan.Text(span) : null, Is.EqualTo(expected));
    }

    [Test]
    public void Span_Rest_IsTheOtherPartOfTheDay() => Assert.That(
        HikvisionSpan.Rest([(360, 1110)]).Select(HikvisionSpan.Text), Is.EqualTo(new[] { "00:00-06:00", "18:30-24:00" }));

    [TestCase("<targetType/>", new DetectedObject[0])]
    [TestCase("<targetType>human</targetType>", new[] { DetectedObject.Human })]
    [TestCase("<targetType>vehicle, human</targetType>", new[] { DetectedObject.Vehicle, DetectedObject.Human })]
    [TestCase("<targetType>ghosts</targetType>", null)]
    public void Objects_Targets_AreWords(string xml, DetectedObject[]? expected) =>
        Assert.That(HikvisionEvents.Objects(new Documents().Add(xml))?.ToArray(), Is.EqualTo(expected));

    [TestCase("low", "5000", IdleState.Open, RelayMode.Monostable, 5.0)]
    [TestCase("high", null, IdleState.Closed, RelayMode.Bistable, null)]
    public void Io_Relay_HasModeStateAndSeconds(string state, string? pulse, IdleState idle, RelayMode mode, double? delay)
    {
        var documents = new Documents();
        var length = pulse is null ? "" : $"<outputState>pulse</outputState><pulseDuration>{pulse}</pulseDuration>";
        var list = documents.Add(
            $"<IOOutputPortList><IOOutputPort><id>1</id><PowerOnState><defaultState>{state}</defaultState>{length}</PowerOnState></IOOutputPort></IOOutputPortList>");

        var relay = new HikvisionIo(documents.Arming, documents.Linkage, documents.Notes).Parse([], [list])!
            .RelayOutputs!.Value.Single();

        Assert.That((relay.IdleState, relay.Mode, relay.DelayTime), Is.EqualTo((idle, mode, delay)));
    }

    [Test]
    public void Notifications_QueryOfAPath_NeverLeavesTheReader()
    {
        var documents = new Documents();
        var hosts = documents.Add(
            "<L><HttpHostNotification><id>1</id><url>/a?token=marker</url><ipAddress>192.0.2.1</ipAddress></HttpHostNotification></L>");

        var receiver = HikvisionNotifications.Parse(hosts, null, null, documents.Notes)!.Value.Single();

        Assert.That(receiver.Path, Is.EqualTo("/a"));
        Assert.That(documents.Ledger.NotCarried(), Is.Empty);
        Assert.That(documents.Notes.Findings.Single().Message, Does.Not.Contain("marker"));
    }

    [Test]
    public void Holidays_UnusedPlaces_AreIgnoredByARule()
    {
        var documents = new Documents();
        const string Day = "<monthOfYear>1</monthOfYear><dayOfMonth>1</dayOfMonth>";
        var list = documents.Add(
            $"<HolidayList><holiday><id>1</id><enabled>false</enabled><holidayName>Holiday1</holidayName><holidayMode>month</holidayMode><holidayMonth><startMonth>{Day}</startMonth><endMonth>{Day}</endMonth></holidayMonth></holiday>"
                + $"<holiday><id>2</id><enabled>true</enabled><holidayName>Feast</holidayName><holidayMode>date</holidayMode><holidayDate><startDate>2026-05-01</startDate><endDate>2026-05-02</endDate></holidayDate></holiday></HolidayList>");

        var holiday = HikvisionHolidays.Parse(list, documents.Notes)!.Value.Single();

        Assert.That((holiday.Name, holiday.From, holiday.To), Is.EqualTo(("Feast", "2026-05-01", "2026-05-02")));
        Assert.That(documents.NotCarried, Is.Empty);
    }

    [Test]
    public void Storage_CardAndShare_AreCountedWithoutTheirState()
    {
        var documents = new Documents();
        var storage = HikvisionStorage.Parse(documents.Add(
            "<storage><hddList size='8'><hdd><id>1</id><status>ok</status><capacity>1</capacity></hdd></hddList><nasList><nas><id>9</id><ipAddress>192.0.2.4</ipAddress><path>/v</path><userName>u</userName></nas></nasList></storage>"))!;

        Assert.That((storage.Cards, storage.Shares!.Value.Single().Path, storage.Shares.Value.Single().HasPassword),
            Is.EqualTo((1, "/v", true)));
        Assert.That(documents.NotCarried, Is.EqualTo(new[] { "Doc/nasList/nas/userName" }));
    }
}
