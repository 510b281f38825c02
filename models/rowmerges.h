#pragma once

#include "models/commit.h"
#include "models/conflict.h"
#include "models/latest.h"
#include "models/mergemodel.h"

#include <QObject>

#include <optional>
#include <vector>

namespace squall::models {

class OpenDatabase;

/// The staged rows that somebody else changed before they could be written. One after the other they are
/// looked at in three versions, and merged or given up; the others wait with what was chosen for them.
class RowMerges : public QObject
{
    Q_OBJECT

public:
    /// So many rows are read at once; others come when they are refused again.
    static constexpr size_t mostRows = 200;

    explicit RowMerges(OpenDatabase &database, QObject *parent = nullptr);
    ~RowMerges() override;

    /// Reads the rows of these faults as they are now, in place of those from before.
    void read(const std::vector<CommitFault> &conflicts);
    void clear();
    /// Forgets those for which something else is staged by now.
    void prune();

    qsizetype count() const { return static_cast<qsizetype>(m_rows.size()); }
    bool contains(const ObjectId &relation, const edit::RowIdentity &row) const;
    /// What there is to say of it: that it changed, or why it could not be read.
    QString note(const ObjectId &relation, const edit::RowIdentity &row) const;

    /// From now on this row is looked at, if it is one of these.
    void setCurrent(const ObjectId &relation, const edit::RowIdentity &row);
    /// Its versions; hold something while `isMerging`.
    MergeModel &model() { return m_model; }
    bool isMerging() const;
    /// The row is not there any more.
    bool isGone() const;
    /// From now on the staged change starts from what is in the database now.
    void accept();
    /// The staged change is given up.
    void drop();

signals:
    /// Another row is looked at, or none.
    void changed();
    /// The rows are here.
    void arrived();

private:
    struct Row
    {
        ObjectId relation;
        edit::RowIdentity row;
        edit::RowEdit edit;
        QString note;
        std::optional<RowConflict> versions = {};
        QMap<QString, MergeModel::Choice> choices = {};
    };

    void take(const std::vector<Result<RowConflict>> &conflicts);
    qsizetype indexOf(const ObjectId &relation, const edit::RowIdentity &row) const;
    const Row *current() const;
    void show();
    std::optional<Row> takeCurrent();

    OpenDatabase &m_database;
    MergeModel m_model;
    std::vector<Row> m_rows;
    ObjectId m_relation;
    edit::RowIdentity m_current;
    Latest<std::vector<Result<RowConflict>>> m_reading;
};

} // namespace squall::models
