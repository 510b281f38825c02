#pragma once

#include "models/offeredvalues.h"
#include "models/rowfilter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QTimer;

namespace squall::ui {

class Theme;
class ValueOffers;

/// Where the values of one condition are typed or chosen: nothing, one line, two, or a list to tick.
class ValueField : public QWidget
{
    Q_OBJECT

public:
    explicit ValueField(const Theme &theme, QWidget *parent = nullptr);

    void setOperator(models::FilterOperator op);
    void setValues(const QStringList &values);
    QStringList values() const;
    void setOffered(const std::vector<models::OfferedValue> &values);
    /// Where typing begins.
    void focusFirst();

signals:
    void edited();
    /// Somebody has stopped typing for a moment.
    void searched(const QString &text);
    /// Enter, with everything said.
    void submitted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillList();
    void addTyped();
    void filterList(const QString &text);
    QListWidgetItem *item(const QString &value) const;

    QLineEdit *m_first;
    QLabel *m_and;
    QLineEdit *m_second;
    QListWidget *m_list;
    QTimer *m_searching;
    ValueOffers *m_offers;
    std::vector<models::OfferedValue> m_offered;
    models::FilterOperator m_op = models::FilterOperator::Equal;
};

} // namespace squall::ui
