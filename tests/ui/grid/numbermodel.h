#pragma once

#include "models/cellrole.h"
#include "models/windowmodel.h"

namespace squall::test {

/// Any number of rows, of which a window is loaded: at once, or when `deliver` is called.
/// The columns: the row's number, a text with it, NULL or an empty string in turn, JSON, and a long text that
/// was cut.
class NumberModel : public models::WindowModel
{
    Q_OBJECT

public:
    explicit NumberModel(qint64 rows, bool prompt = true);

    qint64 firstRow() const override { return m_first; }
    qint64 rowCountEstimate() const override { return m_rows; }
    bool isRowCountExact() const override { return true; }
    void need(qint64 first, int count) override;
    void deliver();
    void setRows(qint64 rows);
    void renumber(qint64 delta);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 5; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int asked = 0;

private:
    qint64 m_rows;
    bool m_prompt;
    qint64 m_first = 0;
    int m_count = 0;
    qint64 m_wanted = 0;
    /// Numbers in the cells stay when the rows are renumbered.
    qint64 m_offset = 0;
};

} // namespace squall::test
