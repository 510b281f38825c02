#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace squall::models {
class ResultModel;
}

namespace squall::ui {

class Theme;

/// What there is to say about a result that is not all here or not of now, and what can be done about it.
class ResultStrip : public QWidget
{
    Q_OBJECT

public:
    ResultStrip(const Theme &theme, const models::ResultModel &result, QWidget *parent = nullptr);

signals:
    void readOnRequested();
    void readAllRequested();
    void endRequested();
    void runAgainRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();
    QString text() const;
    QString textOfKept() const;

    const Theme &m_theme;
    const models::ResultModel &m_result;
    QLabel *m_words;
    QToolButton *m_readOn;
    QToolButton *m_readAll;
    QToolButton *m_end;
    QToolButton *m_again;
};

} // namespace squall::ui
