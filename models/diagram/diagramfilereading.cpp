#include "models/diagram/diagramfile.h"
#include "models/diagram/linedjson.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::DiagramFile)
};

constexpr std::array details{DiagramDetail::Names, DiagramDetail::Keys, DiagramDetail::Columns};
constexpr double farthest = 1e7;

/// Reads on after a mistake, with nothing; the first one counts.
class Reader
{
public:
    Result<Diagrams> read(const LinedJson &root)
    {
        Diagrams diagrams;
        checkFormat(root);
        const Object object(*this, root, {u"squall.diagram"_s, u"relations"_s, u"diagrams"_s});
        for (const auto *entry : itemsOf(object.need(u"relations"_s)))
            addRelation(diagrams, *entry);
        for (const auto *entry : itemsOf(object.need(u"diagrams"_s)))
            addDiagram(diagrams, *entry);
        if (diagrams.diagrams.empty())
            fail(root, Text::tr("there is no diagram in it"));
        if (m_error)
            return *m_error;
        return diagrams;
    }

private:
    /// One whose members are all known.
    class Object
    {
    public:
        Object(Reader &reader, const LinedJson &value, const QStringList &known)
            : m_reader(reader)
            , m_value(value)
        {
            if (value.type != LinedJson::Type::Object)
                reader.fail(value, Text::tr("an entry in braces is expected"));
            for (const auto &[name, member] : value.members) {
                if (!known.contains(name))
                    reader.fail(member, Text::tr("“%1” is not known to this version").arg(name));
            }
        }

        const LinedJson &need(const QString &name) const
        {
            static const LinedJson nothing;
            const auto *found = m_value.find(name);
            if (!found)
                m_reader.fail(m_value, Text::tr("“%1” is missing").arg(name));
            return found ? *found : nothing;
        }
        QString text(const QString &name) const { return m_reader.textOf(need(name)); }
        QStringList texts(const QString &name) const { return m_reader.textsOf(need(name)); }
        /// No, when it is not there.
        bool truth(const QString &name) const
        {
            const auto *found = m_value.find(name);
            if (found && found->type != LinedJson::Type::Bool)
                m_reader.fail(*found, Text::tr("“%1” is true or false").arg(name));
            return found && found->truth;
        }
        const LinedJson *find(const QString &name) const { return m_value.find(name); }
        const LinedJson &value() const { return m_value; }

    private:
        Reader &m_reader;
        const LinedJson &m_value;
    };

    void fail(const LinedJson &where, const QString &why)
    {
        if (!m_error)
            m_error = Error{.code = Error::Code::Parse,
                            .message = Text::tr("Line %1: %2.").arg(where.line).arg(why),
                            .position = where.line};
    }

    /// Before anything else: what is new in another version is no mistake.
    void checkFormat(const LinedJson &root)
    {
        const auto *format = root.find(u"squall.diagram"_s);
        if (!format || format->type != LinedJson::Type::Number)
            fail(root, Text::tr("this is no file of diagrams: “%1” is missing").arg(u"squall.diagram"_s));
        else if (format->number != diagramFileFormat)
            fail(*format, Text::tr("format %1 is from another version of Squall; this one reads format %2")
                              .arg(QString::number(format->number), QString::number(diagramFileFormat)));
    }

    /// Without the end of the list, which says nothing.
    std::vector<const LinedJson *> itemsOf(const LinedJson &value)
    {
        std::vector<const LinedJson *> items;
        if (value.type != LinedJson::Type::Array)
            fail(value, Text::tr("a list is expected"));
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            const bool isEnd = i + 1 == value.items.size() && value.items[i].type == LinedJson::Type::Null;
            if (!isEnd)
                items.push_back(&value.items[i]);
        }
        return items;
    }

    QString textOf(const LinedJson &value)
    {
        if (value.type != LinedJson::Type::String)
            fail(value, Text::tr("a text in quotes is expected"));
        return value.text;
    }

    QStringList textsOf(const LinedJson &value)
    {
        QStringList texts;
        for (const auto *item : itemsOf(value))
            texts << textOf(*item);
        return texts;
    }

    std::vector<double> wholeNumbers(const LinedJson &value, std::size_t count)
    {
        std::vector<double> numbers;
        for (const auto *item : itemsOf(value)) {
            const bool isWhole = item->type == LinedJson::Type::Number &&
                                 item->number == std::round(item->number) &&
                                 std::abs(item->number) <= farthest;
            if (!isWhole)
                fail(*item, Text::tr("a whole number is expected"));
            numbers.push_back(item->number);
        }
        if (numbers.size() != count)
            fail(value, Text::tr("%1 numbers are expected").arg(count));
        numbers.resize(count);
        return numbers;
    }

    DiagramColor colorOf(const LinedJson &value)
    {
        const auto color = diagramColorOf(textOf(value));
        if (!color)
            fail(value, Text::tr("“%1” is no colour").arg(value.text));
        return color.value_or(DiagramColor::Blue);
    }

    static ObjectId idOf(const Object &object)
    {
        const auto kind = object.truth(u"foreign"_s) ? Kind::ForeignTable : Kind::Table;
        return {kind, object.text(u"schema"_s), object.text(u"table"_s)};
    }

    ObjectId tableOf(const LinedJson &value)
    {
        return idOf(Object(*this, value, {u"schema"_s, u"table"_s, u"foreign"_s}));
    }

    void addRelation(Diagrams &diagrams, const LinedJson &value)
    {
        const Object object(*this, value,
                            {u"from"_s, u"columns"_s, u"to"_s, u"toColumns"_s, u"optional"_s, u"single"_s});
        const diagram::Declared relation{.from = tableOf(object.need(u"from"_s)),
                                         .columns = object.texts(u"columns"_s),
                                         .to = tableOf(object.need(u"to"_s)),
                                         .toColumns = object.texts(u"toColumns"_s),
                                         .optional = object.truth(u"optional"_s),
                                         .single = object.truth(u"single"_s)};
        if (relation.columns.isEmpty() || relation.columns.size() != relation.toColumns.size())
            fail(value, Text::tr("as many columns on both sides are expected"));
        for (const auto &other : diagrams.relations) {
            if (joinSame(other, relation))
                fail(value, Text::tr("this relation stands there twice"));
        }
        diagrams.relations.push_back(relation);
    }

    void addDiagram(Diagrams &diagrams, const LinedJson &value)
    {
        const Object object(*this, value, {u"diagram"_s, u"detail"_s, u"schemas"_s, u"tables"_s, u"notes"_s});
        Diagrams::Named named{.name = object.text(u"diagram"_s)};
        if (named.name.trimmed().isEmpty())
            fail(value, Text::tr("a diagram needs a name"));
        for (const auto &other : diagrams.diagrams) {
            if (other.name == named.name)
                fail(value, Text::tr("the diagram “%1” stands there twice").arg(named.name));
        }
        const auto &detail = object.need(u"detail"_s);
        const auto known = diagramDetailOf(textOf(detail));
        if (!known)
            fail(detail, Text::tr("“%1” is no detail").arg(detail.text));
        named.arrangement.detail = known.value_or(DiagramDetail::Keys);
        named.arrangement.schemas = object.texts(u"schemas"_s);
        m_tables.clear();
        for (const auto *entry : itemsOf(object.need(u"tables"_s)))
            addTable(named.arrangement, *entry);
        for (const auto *entry : itemsOf(object.need(u"notes"_s)))
            addNote(named.arrangement, *entry);
        diagrams.diagrams.push_back(std::move(named));
    }

    void addTable(DiagramArrangement &arrangement, const LinedJson &value)
    {
        const Object object(*this, value,
                            {u"schema"_s, u"table"_s, u"foreign"_s, u"names"_s, u"keys"_s, u"columns"_s,
                             u"hidden"_s, u"chosen"_s, u"color"_s, u"group"_s});
        const auto id = idOf(object);
        if (m_tables.contains(id))
            fail(value, Text::tr("the table “%1” stands there twice").arg(id.text()));
        m_tables.insert(id);
        for (const auto detail : details) {
            if (const auto *place = object.find(keyOf(detail))) {
                const auto numbers = wholeNumbers(*place, 2);
                arrangement.places[static_cast<std::size_t>(detail)].insert(
                    id, QRectF(numbers[0], numbers[1], 0, 0));
            }
        }
        if (object.truth(u"hidden"_s))
            arrangement.hidden.insert(id);
        if (object.truth(u"chosen"_s))
            arrangement.chosen.insert(id);
        if (const auto *color = object.find(u"color"_s))
            arrangement.marks.insert(
                id, {colorOf(*color), object.find(u"group"_s) ? object.text(u"group"_s) : QString()});
        else if (const auto *group = object.find(u"group"_s))
            fail(*group, Text::tr("a group without a colour"));
    }

    void addNote(DiagramArrangement &arrangement, const LinedJson &value)
    {
        const Object object(*this, value,
                            {u"id"_s, u"text"_s, u"color"_s, u"names"_s, u"keys"_s, u"columns"_s});
        DiagramNote note{.id = object.text(u"id"_s),
                         .text = object.text(u"text"_s),
                         .color = colorOf(object.need(u"color"_s))};
        for (const auto &other : arrangement.notes) {
            if (other.id == note.id)
                fail(value, Text::tr("the note “%1” stands there twice").arg(note.id));
        }
        for (const auto detail : details) {
            if (const auto *place = object.find(keyOf(detail))) {
                const auto numbers = wholeNumbers(*place, 4);
                if (numbers[2] < 1 || numbers[3] < 1)
                    fail(*place, Text::tr("a note has a size"));
                note.place(detail) = {numbers[0], numbers[1], numbers[2], numbers[3]};
            }
        }
        arrangement.notes.push_back(std::move(note));
    }

    std::optional<Error> m_error;
    QSet<ObjectId> m_tables; ///< of the diagram that is being read
};

} // namespace

Result<Diagrams> diagramsFromFile(const QByteArray &bytes)
{
    const auto root = readLinedJson(bytes);
    if (!root)
        return root.error();
    return Reader().read(*root);
}

} // namespace squall::models
