#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;

namespace squall::ui {

class Theme;

/// Asks for a name until it is one that can be had.
class NameDialog : public QDialog
{
    Q_OBJECT

public:
    /// Why a name cannot be had; nothing when it can.
    using Refusal = std::function<QString(const QString &name)>;

    NameDialog(const Theme &theme, const QString &title, const QString &action, const QString &name,
               Refusal refusal, QWidget *parent = nullptr);

signals:
    void named(const QString &name);

private:
    void take();

    Refusal m_refusal;
    QLineEdit *m_name;
    QLabel *m_error;
};

} // namespace squall::ui
