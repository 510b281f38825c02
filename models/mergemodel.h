#pragma once

#include "models/conflict.h"

#include <QAbstractTableModel>

#include <vector>

namespace squall::models {

/// A row that somebody else changed after it was looked at: per column what it was, what it is now and what
/// was to be written, and which of the two is to stand.
class MergeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, OriginalColumn, TheirsColumn, YoursColumn, ColumnCount };
    enum Role {
        ChosenRole = Qt::UserRole + 1, ///< bool: this cell's version is the one that stands
        OpenRole,                      ///< bool: both sides changed this column, and nobody has chosen yet
        ChoosableRole,                 ///< bool: there is something to choose in this row
    };
    enum class Choice { Open, Theirs, Yours };

    using QAbstractTableModel::QAbstractTableModel;

    /// Columns that both sides left alone are not listed. `choices`: what was chosen for it before.
    void setRow(const RowConflict &row, const QMap<QString, Choice> &choices = {});
    void clear();

    void choose(int row, Choice choice);
    void chooseAll(Choice choice);
    /// Columns where both sides changed and nobody has chosen yet.
    int openCount() const;
    /// By column.
    QMap<QString, Choice> choices() const;
    /// What is to be written over what is there now.
    QMap<QString, edit::NewValue> result() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void chosen();

private:
    struct Line
    {
        ColumnVersions versions;
        Choice choice = Choice::Open;
    };

    QString text(const Line &line, int column) const;

    std::vector<Line> m_lines;
};

} // namespace squall::models
