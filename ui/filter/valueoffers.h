#pragma once

#include "models/offeredvalues.h"

#include <QCompleter>

class QStandardItemModel;

namespace squall::ui {

class Theme;

/// Completes a line with values that a column has, found by their value or by what a person calls them.
class ValueOffers : public QCompleter
{
    Q_OBJECT

public:
    explicit ValueOffers(const Theme &theme, QObject *parent = nullptr);

    void setValues(const std::vector<models::OfferedValue> &values);

    QString pathFromIndex(const QModelIndex &index) const override;

private:
    QStandardItemModel *m_model;
};

/// A value and what is known about it: the label of a row, or how many rows have it.
QString offerNote(const models::OfferedValue &value);

} // namespace squall::ui
