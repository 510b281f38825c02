#include "core/edit/values/record.h"

#include "core/base/textfault.h"
#include "core/edit/values/blank.h"
#include "core/edit/values/field.h"

#include <QCoreApplication>

namespace squall::edit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::RecordValue)
};

void skipBlanks(const QByteArray &text, qsizetype &at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
}

} // namespace

Result<RecordValue> parseRecord(const QByteArray &text)
{
    qsizetype at = 0;
    skipBlanks(text, at);
    if (at == text.size() || text[at] != '(')
        return faultAt(text, at, Words::tr("A composite value begins with “(”."));
    RecordValue record;
    do {
        const auto begin = ++at;
        const auto value = readField(text, at, ",)");
        if (at == text.size())
            return faultAt(text, at, Words::tr("A “)” is missing."));
        record.push_back(at == begin ? Query::Parameter() : value);
    } while (text[at] == ',');
    skipBlanks(text, ++at);
    if (at < text.size())
        return faultAt(text, at, Words::tr("There is text after the “)”."));
    return record;
}

QByteArray writeRecord(const RecordValue &record)
{
    QByteArray text("(");
    for (size_t i = 0; i < record.size(); ++i) {
        if (i > 0)
            text += ',';
        if (record[i])
            appendField(text, *record[i], "(),");
    }
    return text + ')';
}

} // namespace squall::edit
