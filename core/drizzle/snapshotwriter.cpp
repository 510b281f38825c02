#include "core/drizzle/snapshotwriter.h"

#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/drizzle/snapshotfields.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>

namespace squall::drizzle {

namespace {

/// What has been written, without blanks.
struct Sheet
{
    QByteArray text = {};
    WrittenAs written = WrittenAs::Made;
};

template<typename Object>
void write(Sheet &sheet, const Object &object);

void write(Sheet &sheet, const QString &text)
{
    sheet.text += encodeJsonString(text);
}

void write(Sheet &sheet, const bool &truth)
{
    sheet.text += truth ? "true" : "false";
}

void write(Sheet &sheet, const Json &json)
{
    sheet.text += json.text;
}

void endList(QByteArray &text, char bracket)
{
    if (text.endsWith(','))
        text.chop(1);
    text += bracket;
}

template<typename Elements>
void writeAll(Sheet &sheet, const Elements &elements)
{
    sheet.text += '[';
    for (const auto &each : elements) {
        write(sheet, each);
        sheet.text += ',';
    }
    endList(sheet.text, ']');
}

void write(Sheet &sheet, const QStringList &texts)
{
    writeAll(sheet, texts);
}

template<typename Element>
void write(Sheet &sheet, const std::vector<Element> &elements)
{
    writeAll(sheet, elements);
}

template<typename Value>
void write(Sheet &sheet, const Members<Value> &members)
{
    sheet.text += '{';
    for (const auto &[key, value] : members) {
        sheet.text += encodeJsonString(key);
        sheet.text += ':';
        write(sheet, value);
        sheet.text += ',';
    }
    endList(sheet.text, '}');
}

/// The members of one object, in the order in which `describe` tells them, or another.
class WrittenFields
{
public:
    explicit WrittenFields(Sheet &sheet)
        : m_sheet(sheet)
    {
        m_sheet.text += '{';
        m_begin = m_sheet.text.size();
    }

    static constexpr bool isWriting() { return true; }
    void ignoresOthers() {}

    template<typename Value>
    void member(const char *name, const Value &value)
    {
        m_members.push_back({name, m_sheet.text.size()});
        m_sheet.text += '"';
        m_sheet.text += name;
        m_sheet.text += "\":";
        write(m_sheet, value);
        m_sheet.text += ',';
    }

    template<typename Value>
    void member(const char *name, const std::optional<Value> &value)
    {
        if (value)
            member(name, *value);
    }

    void member(const char *name, const std::optional<Members<Json>> &value, const Order &known)
    {
        if (!value || m_sheet.written == WrittenAs::Made) {
            member(name, value);
            return;
        }
        Members<Json> ordered;
        for (const auto *each : known) {
            if (const auto *json = value->find(QLatin1StringView(each)))
                ordered.set(QLatin1StringView(each), *json);
        }
        member(name, ordered);
    }

    template<typename Value>
    void orUnchanged(const char *name, const Value &value)
    {
        member(name, value);
    }

    template<typename Value>
    void oneOf(const char *name, const Value &value, std::initializer_list<QStringView> /*allowed*/)
    {
        member(name, value);
    }

    void literal(const char *name, QStringView value) { member(name, value.toString()); }

    void finish(const Order &order)
    {
        if (!order.empty())
            arrange(order);
        endList(m_sheet.text, '}');
    }

private:
    struct Member
    {
        const char *name = nullptr;
        qsizetype begin = 0;
    };

    void arrange(const Order &order)
    {
        QByteArray arranged;
        for (const auto *name : order) {
            const auto at = std::find_if(m_members.begin(), m_members.end(), [name](const Member &each) {
                return std::strcmp(each.name, name) == 0;
            });
            if (at == m_members.end())
                continue;
            const auto end = at + 1 == m_members.end() ? m_sheet.text.size() : (at + 1)->begin;
            arranged += m_sheet.text.mid(at->begin, end - at->begin);
        }
        m_sheet.text.replace(m_begin, m_sheet.text.size() - m_begin, arranged);
    }

    Sheet &m_sheet;
    qsizetype m_begin = 0;
    std::vector<Member> m_members;
};

template<typename Object>
void write(Sheet &sheet, const Object &object)
{
    WrittenFields fields(sheet);
    // One description for both ways; what writes changes nothing.
    describe(fields, const_cast<Object &>(object));
    fields.finish(sheet.written == WrittenAs::Copied ? copied(static_cast<const Object *>(nullptr))
                                                     : Order());
}

} // namespace

QByteArray writeSnapshot(const Snapshot &snapshot, WrittenAs written)
{
    Sheet sheet{.written = written};
    write(sheet, snapshot);
    return layOut(sheet.text, JsonLayout::Indented);
}

} // namespace squall::drizzle
