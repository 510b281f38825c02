#include "ui/edit/valueline.h"

#include "core/edit/values/dates.h"
#include "core/edit/values/decimal.h"
#include "ui/edit/calendarpopup.h"
#include "ui/theme/fonts.h"

#include <QHash>
#include <QKeyEvent>
#include <QUuid>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Kind = edit::ValueType::Kind;

namespace {

/// What a value of the type looks like. These types are short by nature.
const QHash<QString, QString> &examples()
{
    static const QHash<QString, QString> all = {
        {u"interval"_s, u"1 year 2 mons 3 days 04:05:06.789"_s},
        {u"money"_s, u"$1,234.50"_s},
        {u"inet"_s, u"192.168.0.1/24"_s},
        {u"cidr"_s, u"192.168.0.0/24"_s},
        {u"macaddr"_s, u"08:00:2b:01:02:03"_s},
        {u"macaddr8"_s, u"08:00:2b:01:02:03:04:05"_s},
        {u"point"_s, u"(1,2)"_s},
        {u"line"_s, u"{1,-1,0}"_s},
        {u"lseg"_s, u"[(0,0),(1,1)]"_s},
        {u"box"_s, u"(1,1),(0,0)"_s},
        {u"circle"_s, u"<(0,0),1>"_s},
        {u"bit"_s, u"10110"_s},
        {u"bit varying"_s, u"10110"_s},
        {u"pg_lsn"_s, u"16/B374D848"_s},
        {u"tid"_s, u"(0,1)"_s},
        {u"xid"_s, u"742"_s},
        {u"xid8"_s, u"742"_s},
        {u"cid"_s, u"0"_s},
        {u"pg_snapshot"_s, u"10:20:10,14,15"_s},
        {u"txid_snapshot"_s, u"10:20:10,14,15"_s},
        {u"regclass"_s, u"pg_class"_s},
        {u"regtype"_s, u"integer"_s},
        {u"regproc"_s, u"now"_s},
        {u"regprocedure"_s, u"lower(text)"_s},
        {u"regoper"_s, u"!~~"_s},
        {u"regoperator"_s, u"+(integer,integer)"_s},
        {u"regnamespace"_s, u"public"_s},
        {u"regrole"_s, u"postgres"_s},
        {u"regconfig"_s, u"english"_s},
        {u"regdictionary"_s, u"simple"_s},
        {u"regcollation"_s, u"\"C\""_s},
        {u"date"_s, u"2026-11-25"_s},
        {u"time without time zone"_s, u"06:30:00"_s},
        {u"time with time zone"_s, u"06:30:00+01"_s},
        {u"timestamp without time zone"_s, u"2026-11-25 06:30:00"_s},
        {u"timestamp with time zone"_s, u"2026-11-25 06:30:00+01"_s},
        {u"uuid"_s, u"0190f5ac-7a0e-4d1c-9d2e-0c7a4f0b6a11"_s},
    };
    return all;
}

} // namespace

bool ValueLine::isOneLine(const edit::ValueType &type)
{
    return examples().contains(type.base);
}

ValueLine::ValueLine(const edit::ValueType &type, QWidget *parent)
    : QLineEdit(parent)
    , m_type(type)
{
    setFont(ui::font(TextStyle::Mono));
    setAccessibleName(tr("Value"));
    if (const auto example = examples().value(type.base); !example.isEmpty())
        setPlaceholderText(tr("for example %1", "a value").arg(example));
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_modified = true;
        emit touched();
    });
}

QString ValueLine::helpText() const
{
    if (m_type.kind == Kind::Uuid)
        return tr("Generate");
    return m_type.kind == Kind::Date || m_type.kind == Kind::Timestamp ? tr("Calendar") : QString();
}

QString ValueLine::helpIcon() const
{
    return m_type.kind == Kind::Uuid ? u"refresh"_s : u"calendar"_s;
}

void ValueLine::help()
{
    if (m_type.kind == Kind::Uuid)
        replace(QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    else if (!helpText().isEmpty())
        showCalendar();
}

void ValueLine::setValue(const QByteArray &text)
{
    m_given = text;
    m_modified = false;
    setText(QString::fromUtf8(text));
}

void ValueLine::replace(const QByteArray &text)
{
    setText(QString::fromUtf8(text));
    m_modified = true;
    emit touched();
}

void ValueLine::step(int by)
{
    if (const auto next = edit::stepDecimal(value().trimmed(), by))
        replace(*next);
}

void ValueLine::showCalendar()
{
    auto *popup = new CalendarPopup(edit::dateIn(value()).value_or(QDate::currentDate()), this);
    connect(popup, &CalendarPopup::chosen, this, [this](QDate date) {
        replace(edit::withDate(value(), date, m_type.kind == Kind::Timestamp));
        setFocus();
        end(false);
    });
    popup->showBelow(*this);
}

void ValueLine::keyPressEvent(QKeyEvent *event)
{
    const bool number = m_type.kind == Kind::Integer || m_type.kind == Kind::Numeric;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool arrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (number && arrow && modifiers == Qt::NoModifier)
        step(event->key() == Qt::Key_Up ? 1 : -1);
    else if (event->key() == Qt::Key_Down && modifiers == Qt::AltModifier)
        help();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace squall::ui
