#pragma once

#include "models/cellrole.h"

#include <QHash>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

namespace squall::models {

/// A column of a result as a chart sees it.
class ChartColumn
{
public:
    enum class Scale { Number, Time, Category };

    ChartColumn() = default;
    /// `type` as the grid shows it.
    ChartColumn(QString name, TypeKind kind, const QString &type);

    /// The server's text of the next row; nothing for NULL.
    void append(const std::optional<QString> &text);

    const QString &name() const { return m_name; }
    /// What its values turned out to be.
    Scale scale() const;
    /// An identifier: numbers that nobody adds up or compares.
    bool isIdentifier() const { return m_isIdentifier; }
    /// Numbers and times (milliseconds since 1970), NaN where there is none; or numbers of `labels`, -1 for
    /// NULL.
    const std::vector<double> &values() const;
    const QStringList &labels() const { return m_labels; }
    /// What an entry says, for people.
    QString text(size_t row) const;
    /// Of the first value that has a zone, in seconds.
    std::optional<int> zone() const { return m_zone; }
    /// How many values are no number or time though others are.
    qsizetype unreadable() const { return m_unreadable; }

private:
    QString m_name;
    Scale m_wanted = Scale::Category;
    bool m_isIdentifier = false;
    std::vector<double> m_numbers;
    std::vector<double> m_entries; ///< numbers of labels
    QStringList m_labels;
    QHash<QString, int> m_known;
    std::optional<int> m_zone;
    qsizetype m_readable = 0;
    qsizetype m_unreadable = 0;
};

/// What was read of a result in order to draw it.
struct ChartTable
{
    std::vector<ChartColumn> columns = {};
    size_t rows = 0;
    /// Of the whole result, as far as known; more than `rows` when not all were read.
    qint64 allRows = 0;
    bool isComplete = true; ///< false: the result itself may have more
};

/// A date, time of day or timestamp as PostgreSQL prints it under ISO, in milliseconds since 1970; NaN when
/// it is none, or infinite. `zone` is set when it says one.
double timeValue(QStringView text, std::optional<int> &zone);

} // namespace squall::models

Q_DECLARE_METATYPE(squall::models::ChartTable)
