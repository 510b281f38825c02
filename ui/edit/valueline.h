#pragma once

#include "core/edit/values/valuetype.h"

#include <QLineEdit>

namespace squall::ui {

/// A line that holds a value as its own text, and helps with it: the arrow keys count a number by one,
/// exactly; a calendar changes the day of a date or timestamp and leaves time and zone alone; a uuid is made
/// at random.
class ValueLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit ValueLine(const edit::ValueType &type, QWidget *parent = nullptr);

    /// Whether values of a type of Kind::Other are short by nature.
    static bool isOneLine(const edit::ValueType &type);

    /// What `help()` does, in a word; empty when there is nothing it could do.
    QString helpText() const;
    QString helpIcon() const;
    /// Opens the calendar or makes a uuid. Alt+Down does it too.
    void help();
    void setValue(const QByteArray &text);
    QByteArray value() const { return m_modified ? text().toUtf8() : m_given; }
    bool isTouched() const { return m_modified; }

signals:
    /// Somebody changed the value.
    void touched();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void step(int by);
    void showCalendar();
    void replace(const QByteArray &text);

    edit::ValueType m_type;
    QByteArray m_given;
    bool m_modified = false;
};

} // namespace squall::ui
