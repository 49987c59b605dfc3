using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Disks and shares, and the calendar that recording and arming follow.</summary>
internal static class HikvisionStorages
{
    private const int HolidayPlaces = 3;

    private static readonly HikvisionHoliday Place = new() { Enabled = false };

    public static XElement? Storage(HikvisionDevice device) => device.Settings.Storage is not { } storage
        ? null
        : new XElement(
            "storage",
            new XElement(
                "hddList",
                Enumerable.Range(1, storage.Disks).Select(id => new XElement(
                    "hdd",
                    new XElement("id", id),
                    new XElement("hddName", device.IsRecorder ? FormattableString.Invariant($"hdd{id}") : "hdde"),
                    new XElement("hddPath"),
                    new XElement("hddType", "SATA"),
                    new XElement("status", "ok"),
                    new XElement("capacity", 121_942),
                    new XElement("freeSpace", 26_623),
                    new XElement("property", "RW")))),
            new XElement("nasList", storage.Shares.Select((share, i) => Share(i + 1, share))),
            new XElement("workMode", "quota"));

    public static XElement? Holidays(HikvisionDevice device) => device.Settings.Holidays.IsEmpty
        ? null
        : new XElement(
            "HolidayList",
            Enumerable.Range(0, Math.Max(HolidayPlaces, device.Settings.Holidays.Length))
                .Select(i => Holiday(i + 1, device.Settings.Holidays.ElementAtOrDefault(i))));

    private static XElement Holiday(int id, HikvisionHoliday? given)
    {
        var holiday = given ?? Place with { Name = FormattableString.Invariant($"Holiday{id}") };
        return new XElement(
            "holiday",
            new XElement("id", id),
            new XElement("enabled", new XAttribute("opt", "true,false"), holiday.Enabled),
            new XElement("holidayName", holiday.Name),
            new XElement("holidayMode", new XAttribute("opt", "date,week,month"), "month"),
            new XElement("holidayMonth", Day("startMonth", holiday.Start), Day("endMonth", holiday.End)));
    }

    private static XElement Share(int id, HikvisionShare share) => new(
        "nas",
        new XElement("id", id + 8),
        new XElement("addressingFormatType", "ipaddress"),
        new XElement("ipAddress", share.Address),
        new XElement("portNo", 0),
        new XElement("nasType", "NFS"),
        new XElement("path", share.Path),
        new XElement("status", "ok"),
        new XElement("capacity", 122_346),
        new XElement("freeSpace", 119_552),
        new XElement("property", "RW"),
        new XElement("mountType", share.MountType),
        share.UserName.Length == 0 ? null : new XElement("userName", share.UserName));

    private static XElement Day(string name, string date) => new(
        name,
        new XElement("monthOfYear", date.Split('-')[0]),
        new XElement("dayOfMonth", date.Split('-')[^1]));
}
